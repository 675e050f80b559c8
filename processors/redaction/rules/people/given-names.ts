/**
 * Frequent given names of many countries, as statistical offices publish them: English, German and Nordic, Romance, Slavic and
 * Eastern European, Arabic, Asian and African. Those that are also words, places, months, products or languages are left
 * out: Jackson, Florence, April, Ruby, Felix, Will.
 */
export const givenNames: readonly string[] = `
  Ada Aaron Adam Adrian Agnes Aidan Alan Albert Alexander Alexandra Alice Allison Amanda Amelia Amy Andrea Andrew
  Angela Anita Ann Anna Anne Annie Anthony Arthur Barbara Barry Benjamin Bernard Beth Bethany Betty Bob Brandon
  Brenda Brian Bruce Bryan Cameron Carl Carol Caroline Catherine Charles Cheryl Chloe Chris Christina Christine
  Christopher Cindy Claire Clara Colin Craig Cynthia Daniel Danielle David Deborah Debra Diana Diane Dominic Donald
  Donna Doris Dorothy Douglas Edward Elaine Eleanor Elizabeth Ella Ellen Emily Emma Eric Erica Erin Esther Ethan
  Evan Evelyn Fiona Frances Francis Frederick Gareth Gary Geoffrey George Gerald Gloria Graham Greg Gregory Hannah
  Harold Harry Heather Helen Helena Henry Howard Hugh Ian Irene Isaac Isabel Isabella Jack Jacob Jacqueline James
  Jane Janet Janice Jason Jean Jeff Jeffrey Jennifer Jenny Jeremy Jessica Jill Jim Jimmy Joanna Joanne Joe John
  Johnny Jonathan Joseph Josephine Joshua Judith Julian Julie Juliet Justin Karen Katherine Kathleen Katie Keith
  Kelly Kenneth Kevin Kim Kimberly Kyle Larry Laura Lauren Lawrence Leah Leo Leon Liam Linda Lisa Louis Louise Lucas
  Lucy Luke Margaret Maria Marie Martha Martin Mary Matthew Megan Melanie Melissa Michael Michelle Mike Monica Nancy
  Naomi Natalie Natasha Nathan Neil Nicholas Nicola Nicole Nigel Noah Olivia Owen Pamela Patricia Patrick Paul Paula
  Peter Philip Rachel Ralph Raymond Rebecca Richard Robert Roger Ronald Ruth Ryan Sally Sam Samantha Samuel Sandra
  Sara Sarah Scott Sean Sharon Simon Sophia Sophie Stephanie Stephen Steve Steven Stuart Susan Suzanne Teresa Thomas
  Tiffany Tim Timothy Tina Todd Tom Tony Tracy Valerie Vanessa Veronica Vincent Walter Wayne William Zachary Zoe
  Andreas Anja Astrid Axel Bernd Bernhard Björn Brigitte Christoph Claudia Dieter Dirk Erik Erika Ernst Eva Franz
  Friedrich Gabriele Georg Gerhard Greta Günter Günther Hans Hanna Heike Heinrich Heinz Helga Helmut Hermann Horst
  Ingrid Jan Jana Jens Joachim Johann Johanna Johannes Jonas Jürgen Karin Karl Karsten Katharina Katja Katrin Klaus
  Kristin Kurt Lars Lena Lukas Magdalena Manfred Manuela Marcel Marco Marcus Markus Martina Matthias Michaela Monika
  Nadine Niklas Nils Oskar Otto Petra Rainer Ralf Renate Rolf Rudolf Sabine Sebastian Silke Sonja Stefan Steffen
  Susanne Sven Tanja Tobias Torsten Ulrich Ulrike Ursula Uwe Volker Werner Wilhelm Wolfgang Anneke Annemarie Daan
  Gunnar Hendrik Henk Jeroen Johan Joost Kees Kerstin Magnus Maarten Marieke Mette Mikkel Niels Pieter Saskia Sander
  Sanne Søren Willem
  Adrien Alain Antoine Aurélie Benoît Camille Cécile Céline Christophe Élise Émilie Étienne François Françoise
  Frédéric Gérard Guillaume Hélène Isabelle Jacques Jérôme Julien Laurent Léa Luc Manon Mathilde Monique Nathalie
  Nicolas Olivier Philippe Pierre Raphaël René Sandrine Stéphane Sylvie Thierry Valérie Véronique Xavier Yann Yves
  Alejandra Alejandro Alfonso Alicia Ana Andrés Ángel Antonio Beatriz Carla Carlos Carmen Catalina Cristina Diego
  Eduardo Elena Enrique Esteban Felipe Fernanda Fernando Francisco Gabriela Gonzalo Guillermo Gustavo Héctor Ignacio
  Inés Jaime Javier Jesús Joaquín Jorge José Juan Julio Lorenzo Lucía Luis Luisa Manuel Marcela Margarita María
  Mariana Mario Marta Martín Miguel Óscar Pablo Pedro Pilar Rafael Ramón Raquel Raúl Ricardo Roberto Rodrigo Rosa
  Rubén Sergio Silvia Sofía Susana Tomás Vicente Inês João Joana Letícia Luiz Luiza Paulo Thiago Tiago Alessandra
  Alessandro Alessia Angelo Carlo Chiara Davide Fabio Federica Federico Francesca Francesco Giorgio Giovanna
  Giovanni Giulia Giuseppe Lucia Luca Massimo Matteo Paola Paolo Pietro Riccardo Salvatore Stefano Valentina
  Agnieszka Aleksander Aleksandra Andrzej Anastasia Beata Dariusz Elżbieta Ewa Grzegorz Hanka Irina Jacek Janusz
  Jerzy Kamil Karolina Katarzyna Krzysztof Łukasz Maciej Małgorzata Marcin Marek Mariusz Mateusz Michał Mikołaj
  Paweł Piotr Rafał Ryszard Stanisław Szymon Tadeusz Tomasz Urszula Wojciech Zbigniew Jaroslav Jiří Kateřina Lenka
  Miroslav Ondřej Pavel Petr Tereza Václav Zdeněk Ferenc Gábor István János Katalin László Zoltán Andrei Ioana Mihai
  Mihaela Dragan Goran Ivana Marija Milica Nikola Zoran Dimitris Eleni Georgios Giorgos Ioannis Konstantinos Nikos
  Ahmet Ayşe Fatma Mehmet Mustafa Zeynep Alexei Alexey Dmitri Dmitry Igor Ivan Mikhail Natalia Nikolai Oksana Oleg
  Olga Sergei Sergey Svetlana Tatiana Vladimir Yuri
  Abdul Abdullah Ahmed Aisha Ali Amina Amir Fatima Hamid Hamza Hassan Hussein Ibrahim Jamal Karim Khadija Khalid
  Layla Mahmoud Mariam Mohamed Mohammad Mohammed Muhammad Nadia Omar Tariq Yasmin Youssef Yusuf Zainab Abhishek
  Aditya Ajay Amit Ananya Anil Arjun Deepak Deepika Ganesh Kiran Krishna Lakshmi Mahesh Manoj Meena Meera Mohan Neha
  Nikhil Pooja Pradeep Prakash Priya Rahul Raj Rajesh Rakesh Ramesh Ravi Rohan Rohit Sandeep Sanjay Sunil Suresh
  Vijay Vikram Vinod Akira Daisuke Haruka Haruto Hiroshi Keiko Kenji Satoshi Takashi Takeshi Yoko Yuki Yumi Chen Jun
  Ling Mei Ming Wei Xiao Yan Ying Yong Ji-woo Min-jun Seo-yeon Soo-jin Minh Nguyen Thanh Tuan Adebayo Amara Chidi
  Emeka Kofi Kwame Ngozi Oluwaseun Thabo
`
  .trim()
  .split(/\s+/u)
  // many write them without accents
  .flatMap((name) => [...new Set([name, withoutAccents(name)])])

function withoutAccents(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll('Ł', 'L').replaceAll('ø', 'o')
}

const known = new Set(givenNames.map((name) => name.toLowerCase()))

/** Is it a frequent given name, in capitals or not? */
export function isGivenName(word: string): boolean {
  return known.has(word.toLowerCase())
}
