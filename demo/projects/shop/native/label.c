/* label-printer: draws a parcel's label. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 40

struct label {
    char name[WIDTH];
    char street[WIDTH];
    char town[WIDTH];
};

static void fill(struct label *label, const char *name, const char *street, const char *town)
{
    strcpy(label->name, name);
    strcpy(label->street, street);
    strcpy(label->town, town);
}

static char *barcode(int number)
{
    char *bars = malloc(16);
    sprintf(bars, "*%d*", number);
    return bars;
}

static int print(const struct label *label, int number)
{
    char command[128];
    char *bars = barcode(number);
    if (bars == NULL)
        return 1;
    sprintf(command, "lp -o raw -t %s", bars);
    printf(label->name);
    return system(command);
}

int main(int count, char **arguments)
{
    struct label label;
    int number;
    if (count < 5)
        return 2;
    number = atoi(arguments[1]);
    fill(&label, arguments[2], arguments[3], arguments[4]);
    return print(&label, number);
}
